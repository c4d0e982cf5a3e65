import type { ContractRouterClient } from '@orpc/contract';
import type { contract } from '#core/contract/contract.ts';

/** The backend as its callers see it: one typed function per procedure of the contract, whatever carries the call. */
export type ContractClient = ContractRouterClient<typeof contract>;

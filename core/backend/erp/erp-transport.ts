/** Which service of the ERP a call goes to, and its arguments as the wire carries them. */
export interface ErpRequest {
  readonly service: 'common' | 'object';
  readonly method: string;
  readonly args: readonly unknown[];
  /** After which the outcome is unknown. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

/** Carries calls to the ERP. JSON-RPC today; newer servers speak another protocol behind the same interface. */
export interface ErpTransport {
  /** The result, or null for a method without one. Errors: `erp.*`, `auth.*`, `cancelled`. */
  call(request: ErpRequest): Promise<unknown>;
}

/** The preload asks main for a port to the backend. */
export const portRequestChannel = 'backend-port.request';

/** Main answers the preload with the port. */
export const portReplyChannel = 'backend-port.reply';

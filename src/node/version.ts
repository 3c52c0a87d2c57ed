// The version of the product.
export { version } from '../generated/version';

/** How many address records a stretch of a zone has, and how many of them have addresses that not everybody reaches. */
export interface AddressKinds {
  count: number;
  private: number;
  special: number;
}

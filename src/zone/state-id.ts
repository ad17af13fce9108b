/** The number of a state at a block's edge (see `StateTable`): equal states have equal ones. */
export type StateId = number;

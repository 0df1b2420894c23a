/** Rule sets that travel from one company's platform to another's: packed, signed, and opened with suspicion. */
package dev.kontor.engine.parcel;

/**
 * Goods under way: what was heard of them, what went wrong, and their arrival (clause 6.1). Start at
 * {@link dev.kontor.logistics.track.TrackShipment}.
 */
package dev.kontor.logistics.track;

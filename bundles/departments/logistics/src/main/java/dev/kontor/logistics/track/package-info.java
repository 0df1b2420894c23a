/**
 * What is done about goods under way: they are heard of, something goes wrong, they arrive (clause 6.1). Start at
 * {@link dev.kontor.logistics.track.TrackShipment}.
 */
package dev.kontor.logistics.track;

/** A demo company: what its people would have typed, through the same desk. Does something only with kontor.demo=true. */
package dev.kontor.demo;

/** Preliminary and joint review of entered orders. */
package dev.kontor.review;

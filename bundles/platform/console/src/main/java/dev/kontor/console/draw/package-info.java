/** What templates need beside the data of a page. */
package dev.kontor.console.draw;

/** Open browsers, and what they are told. */
package dev.kontor.console.live;

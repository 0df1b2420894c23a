/** The time machine of a demo company: its business days pass in moments, each with all that it brings. */
package dev.kontor.kernel.forward;

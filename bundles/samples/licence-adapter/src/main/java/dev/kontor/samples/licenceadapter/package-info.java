/** Does a department's work over REST, in a process of its own. */
package dev.kontor.samples.licenceadapter;

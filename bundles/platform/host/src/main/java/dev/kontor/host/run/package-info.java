/** Partners' bundles in the framework: started, watched, replaced, and kept from the platform's inside. */
package dev.kontor.host.run;

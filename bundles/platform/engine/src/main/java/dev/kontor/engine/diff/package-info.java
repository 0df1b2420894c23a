/** What one version of a rule set says otherwise than another, in sentences. */
package dev.kontor.engine.diff;

/** Tests of one evaluation. */
package dev.kontor.engine.run;

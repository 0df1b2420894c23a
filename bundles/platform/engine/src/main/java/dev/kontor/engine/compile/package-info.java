/** From DRL to guarded bytecode, and back to a rule base without compiling. */
package dev.kontor.engine.compile;

/** Bad departments, and that staff notice as little of them as can be. */
package dev.kontor.kernel.wall;

/**
 * Every call into a department goes through here. Start at {@link dev.kontor.kernel.wall.DepartmentWall}; why it is as it is
 * stands in decision 33. Nothing here takes or returns {@code null}.
 */
package dev.kontor.kernel.wall;

/** A department that gives statements on orders. Start at {@link ${package}.OurDepartment}. */
package ${package};

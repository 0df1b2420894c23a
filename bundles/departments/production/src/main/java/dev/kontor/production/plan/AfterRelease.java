package dev.kontor.production.plan;

import dev.kontor.api.desk.OrderFile;

/**
 * What else begins once a plan is released: buying what it needs, inspecting its machines. Register one as a service of this
 * bundle.
 */
public interface AfterRelease {

    /**
     * A plan was released, or the plan of an order in production was changed; in the command that did so. The machines are
     * enrolled, and {@link Materials} answers by this plan.
     */
    void released(OrderFile file);
}

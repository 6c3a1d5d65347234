package io.eastwest.model.analysis;

/** One question about all that a control plane reads. Pure: the same scope gives the same findings. */
@FunctionalInterface
interface Check {
    /**
     * Asks.
     *
     * @param scope what the control plane reads
     * @param findings takes the answers
     */
    void run(ControlPlaneScope scope, Findings findings);
}

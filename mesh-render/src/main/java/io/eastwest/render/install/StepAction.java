package io.eastwest.render.install;

/** What a step of an installation asks for. */
public enum StepAction {
    /** Somebody has to provide something that no file holds. */
    PROVIDE,
    /** Files are applied. */
    APPLY,
    /** A condition must hold before the next step. */
    WAIT
}

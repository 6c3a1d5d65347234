package io.eastwest.model.gatewayapi;

/** What happens to clients whose certificate is missing or invalid. */
public enum FrontendValidationMode {
    /** the connection is refused */
    AllowValidOnly,
    /** the connection is accepted all the same */
    AllowInsecureFallback
}

package io.eastwest.model.gatewayapi;

/** Which change an {@link HttpPathModifier} is: the discriminator on the wire. */
public enum HttpPathModifierType {
    /** the whole path is replaced */
    ReplaceFullPath,
    /** the matched prefix is replaced */
    ReplacePrefixMatch
}

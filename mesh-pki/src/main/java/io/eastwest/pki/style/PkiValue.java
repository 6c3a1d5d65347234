package io.eastwest.pki.style;

import io.eastwest.pki.finding.PkiException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;
import org.immutables.value.Value.Style.BuilderVisibility;
import org.immutables.value.Value.Style.ImplementationVisibility;
import org.jspecify.annotations.Nullable;

/** The one shape of a value type: a public builder named after the type, a hidden implementation. Never holds a key. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
@Value.Style(
        visibility = ImplementationVisibility.PACKAGE,
        builderVisibility = BuilderVisibility.PUBLIC,
        overshadowImplementation = true,
        implementationNestedInBuilder = true,
        jdkOnly = true,
        depluralize = true,
        depluralizeDictionary = {"alias:aliases", "authority:authorities"},
        fallbackNullableAnnotation = Nullable.class,
        throwForInvalidImmutableState = PkiException.class,
        defaults = @Value.Immutable(copy = false))
public @interface PkiValue {}

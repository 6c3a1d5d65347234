package io.eastwest.routing.style;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;
import org.immutables.value.Value.Style.BuilderVisibility;
import org.immutables.value.Value.Style.ImplementationVisibility;
import org.jspecify.annotations.Nullable;

/** The one shape of a value type of this module: a public builder, a hidden implementation, ordered collections. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
@Value.Style(
        visibility = ImplementationVisibility.PACKAGE,
        builderVisibility = BuilderVisibility.PUBLIC,
        overshadowImplementation = true,
        implementationNestedInBuilder = true,
        jdkOnly = true,
        depluralize = true,
        depluralizeDictionary = {
            "match:matches",
            "mismatch:mismatches",
            "address:addresses",
            "policy:policies",
            "alias:aliases",
            "prefix:prefixes"
        },
        fallbackNullableAnnotation = Nullable.class,
        defaults = @Value.Immutable(copy = false))
public @interface RoutingValue {}

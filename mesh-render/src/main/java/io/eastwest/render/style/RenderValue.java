package io.eastwest.render.style;

import io.eastwest.model.issue.InvalidResourceException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;
import org.immutables.value.Value.Style.BuilderVisibility;
import org.immutables.value.Value.Style.ImplementationVisibility;
import org.jspecify.annotations.Nullable;

/** The one shape of a value type: a public builder named after the type, a hidden implementation. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
@Value.Style(
        visibility = ImplementationVisibility.PACKAGE,
        builderVisibility = BuilderVisibility.PUBLIC,
        overshadowImplementation = true,
        implementationNestedInBuilder = true,
        jdkOnly = true,
        depluralize = true,
        depluralizeDictionary = {"authority:authorities"},
        fallbackNullableAnnotation = Nullable.class,
        throwForInvalidImmutableState = InvalidResourceException.class,
        defaults = @Value.Immutable(copy = false))
public @interface RenderValue {}

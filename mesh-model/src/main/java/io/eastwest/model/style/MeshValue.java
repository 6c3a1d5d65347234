package io.eastwest.model.style;

import static com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility.NONE;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.eastwest.model.issue.InvalidResourceException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;
import org.immutables.value.Value.Style.BuilderVisibility;
import org.immutables.value.Value.Style.ImplementationVisibility;
import org.jspecify.annotations.Nullable;

/**
 * The one shape of a value type: a public builder named after the type, a hidden implementation, insertion-ordered
 * collections, nothing empty on the wire.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@JacksonAnnotationsInside
@JsonAutoDetect(getterVisibility = NONE, isGetterVisibility = NONE)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Value.Style(
        visibility = ImplementationVisibility.PACKAGE,
        builderVisibility = BuilderVisibility.PUBLIC,
        overshadowImplementation = true,
        implementationNestedInBuilder = true,
        jdkOnly = true,
        depluralize = true,
        depluralizeDictionary = {"match:matches", "address:addresses", "ingress:ingress"},
        fallbackNullableAnnotation = Nullable.class,
        throwForInvalidImmutableState = InvalidResourceException.class,
        defaults = @Value.Immutable(copy = false))
public @interface MeshValue {}

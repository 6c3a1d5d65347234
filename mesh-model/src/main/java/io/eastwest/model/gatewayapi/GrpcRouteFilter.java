package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.eastwest.model.issue.InvalidResourceException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A filter that a {@link GrpcRoute} may use, too: those of {@link HttpRouteFilter} that make sense for gRPC. Immutable. */
public sealed interface GrpcRouteFilter extends HttpRouteFilter
        permits HttpRouteFilter.RequestHeaderModifier,
                HttpRouteFilter.ResponseHeaderModifier,
                HttpRouteFilter.RequestMirror,
                HttpRouteFilter.ExtensionRef {

    /**
     * {@return the result of the function that fits}
     *
     * @param requestHeaderModifier applied to that filter
     * @param responseHeaderModifier applied to that filter
     * @param requestMirror applied to that filter
     * @param extensionRef applied to that filter
     * @param <R> type of the result
     */
    default <R> R match(
            Function<HttpRouteFilter.RequestHeaderModifier, R> requestHeaderModifier,
            Function<HttpRouteFilter.ResponseHeaderModifier, R> responseHeaderModifier,
            Function<HttpRouteFilter.RequestMirror, R> requestMirror,
            Function<HttpRouteFilter.ExtensionRef, R> extensionRef) {
        if (this instanceof HttpRouteFilter.RequestHeaderModifier arm) {
            return requestHeaderModifier.apply(arm);
        }
        if (this instanceof HttpRouteFilter.ResponseHeaderModifier arm) {
            return responseHeaderModifier.apply(arm);
        }
        if (this instanceof HttpRouteFilter.RequestMirror arm) {
            return requestMirror.apply(arm);
        }
        return extensionRef.apply((HttpRouteFilter.ExtensionRef) this);
    }

    /**
     * {@return the filter that an object on the wire describes}
     *
     * @param type name of the member that is set
     * @param requestHeaderModifier changes of the headers
     * @param responseHeaderModifier changes of the headers
     * @param requestMirror where the copies go
     * @param extensionRef the object that describes it
     * @throws InvalidResourceException if not exactly the member that the type names is set
     */
    @JsonCreator
    static GrpcRouteFilter of(
            @JsonProperty(value = "type", required = true) @Nullable GrpcRouteFilterType type,
            @JsonProperty("requestHeaderModifier") @Nullable HttpHeaderModifier requestHeaderModifier,
            @JsonProperty("responseHeaderModifier") @Nullable HttpHeaderModifier responseHeaderModifier,
            @JsonProperty("requestMirror") @Nullable HttpRequestMirror requestMirror,
            @JsonProperty("extensionRef") @Nullable LocalObjectReference extensionRef) {
        return new WireUnion<GrpcRouteFilter>()
                .arm(
                        "RequestHeaderModifier",
                        "requestHeaderModifier",
                        requestHeaderModifier,
                        HttpRouteFilter.RequestHeaderModifier::new)
                .arm(
                        "ResponseHeaderModifier",
                        "responseHeaderModifier",
                        responseHeaderModifier,
                        HttpRouteFilter.ResponseHeaderModifier::new)
                .arm("RequestMirror", "requestMirror", requestMirror, HttpRouteFilter.RequestMirror::new)
                .arm("ExtensionRef", "extensionRef", extensionRef, HttpRouteFilter.ExtensionRef::new)
                .choose(type);
    }
}

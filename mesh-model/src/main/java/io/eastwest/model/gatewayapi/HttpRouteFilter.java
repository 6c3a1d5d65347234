package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.eastwest.model.issue.InvalidResourceException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A change of requests and responses in a rule or on the way to one backend. Immutable. */
@JsonPropertyOrder("type")
public sealed interface HttpRouteFilter
        permits GrpcRouteFilter,
                HttpRouteFilter.RequestRedirect,
                HttpRouteFilter.UrlRewrite,
                HttpRouteFilter.Cors,
                HttpRouteFilter.ExternalAuth {

    /** {@return the discriminator on the wire} */
    @JsonProperty
    HttpRouteFilterType type();

    /**
     * {@return the result of the function that fits}
     *
     * @param requestHeaderModifier applied to that filter
     * @param responseHeaderModifier applied to that filter
     * @param requestMirror applied to that filter
     * @param requestRedirect applied to that filter
     * @param urlRewrite applied to that filter
     * @param extensionRef applied to that filter
     * @param cors applied to that filter
     * @param externalAuth applied to that filter
     * @param <R> type of the result
     */
    default <R> R match(
            Function<RequestHeaderModifier, R> requestHeaderModifier,
            Function<ResponseHeaderModifier, R> responseHeaderModifier,
            Function<RequestMirror, R> requestMirror,
            Function<RequestRedirect, R> requestRedirect,
            Function<UrlRewrite, R> urlRewrite,
            Function<ExtensionRef, R> extensionRef,
            Function<Cors, R> cors,
            Function<ExternalAuth, R> externalAuth) {
        return switch (type()) {
            case RequestHeaderModifier -> requestHeaderModifier.apply((RequestHeaderModifier) this);
            case ResponseHeaderModifier -> responseHeaderModifier.apply((ResponseHeaderModifier) this);
            case RequestMirror -> requestMirror.apply((RequestMirror) this);
            case RequestRedirect -> requestRedirect.apply((RequestRedirect) this);
            case URLRewrite -> urlRewrite.apply((UrlRewrite) this);
            case ExtensionRef -> extensionRef.apply((ExtensionRef) this);
            case CORS -> cors.apply((Cors) this);
            case ExternalAuth -> externalAuth.apply((ExternalAuth) this);
        };
    }

    /**
     * {@return the filter that an object on the wire describes}
     *
     * @param type name of the member that is set
     * @param requestHeaderModifier changes of the headers
     * @param responseHeaderModifier changes of the headers
     * @param requestMirror where the copies go
     * @param requestRedirect the answer
     * @param urlRewrite the changes
     * @param extensionRef the object that describes it
     * @param cors who may use the answers
     * @param externalAuth the service
     * @throws InvalidResourceException if not exactly the member that the type names is set
     */
    @JsonCreator
    static HttpRouteFilter of(
            @JsonProperty(value = "type", required = true) @Nullable HttpRouteFilterType type,
            @JsonProperty("requestHeaderModifier") @Nullable HttpHeaderModifier requestHeaderModifier,
            @JsonProperty("responseHeaderModifier") @Nullable HttpHeaderModifier responseHeaderModifier,
            @JsonProperty("requestMirror") @Nullable HttpRequestMirror requestMirror,
            @JsonProperty("requestRedirect") @Nullable HttpRequestRedirect requestRedirect,
            @JsonProperty("urlRewrite") @Nullable HttpUrlRewrite urlRewrite,
            @JsonProperty("extensionRef") @Nullable LocalObjectReference extensionRef,
            @JsonProperty("cors") @Nullable HttpCors cors,
            @JsonProperty("externalAuth") @Nullable HttpExternalAuth externalAuth) {
        return new WireUnion<HttpRouteFilter>()
                .arm(
                        "RequestHeaderModifier",
                        "requestHeaderModifier",
                        requestHeaderModifier,
                        RequestHeaderModifier::new)
                .arm(
                        "ResponseHeaderModifier",
                        "responseHeaderModifier",
                        responseHeaderModifier,
                        ResponseHeaderModifier::new)
                .arm("RequestMirror", "requestMirror", requestMirror, RequestMirror::new)
                .arm("RequestRedirect", "requestRedirect", requestRedirect, RequestRedirect::new)
                .arm("URLRewrite", "urlRewrite", urlRewrite, UrlRewrite::new)
                .arm("ExtensionRef", "extensionRef", extensionRef, ExtensionRef::new)
                .arm("CORS", "cors", cors, Cors::new)
                .arm("ExternalAuth", "externalAuth", externalAuth, ExternalAuth::new)
                .choose(type);
    }

    /**
     * Request headers are changed.
     *
     * @param headers changes of the headers
     */
    record RequestHeaderModifier(
            @JsonProperty("requestHeaderModifier") HttpHeaderModifier headers) implements GrpcRouteFilter {
        @Override
        public HttpRouteFilterType type() {
            return HttpRouteFilterType.RequestHeaderModifier;
        }
    }

    /**
     * Response headers are changed.
     *
     * @param headers changes of the headers
     */
    record ResponseHeaderModifier(
            @JsonProperty("responseHeaderModifier") HttpHeaderModifier headers) implements GrpcRouteFilter {
        @Override
        public HttpRouteFilterType type() {
            return HttpRouteFilterType.ResponseHeaderModifier;
        }
    }

    /**
     * A copy of the request is sent elsewhere.
     *
     * @param mirror where the copies go
     */
    record RequestMirror(@JsonProperty("requestMirror") HttpRequestMirror mirror) implements GrpcRouteFilter {
        @Override
        public HttpRouteFilterType type() {
            return HttpRouteFilterType.RequestMirror;
        }
    }

    /**
     * The request is answered with a redirect.
     *
     * @param redirect the answer
     */
    record RequestRedirect(@JsonProperty("requestRedirect") HttpRequestRedirect redirect) implements HttpRouteFilter {
        @Override
        public HttpRouteFilterType type() {
            return HttpRouteFilterType.RequestRedirect;
        }
    }

    /**
     * Host or path change on the way to the backend.
     *
     * @param rewrite the changes
     */
    record UrlRewrite(@JsonProperty("urlRewrite") HttpUrlRewrite rewrite) implements HttpRouteFilter {
        @Override
        public HttpRouteFilterType type() {
            return HttpRouteFilterType.URLRewrite;
        }
    }

    /**
     * A filter of the implementation.
     *
     * @param reference the object that describes it
     */
    record ExtensionRef(@JsonProperty("extensionRef") LocalObjectReference reference) implements GrpcRouteFilter {
        @Override
        public HttpRouteFilterType type() {
            return HttpRouteFilterType.ExtensionRef;
        }
    }

    /**
     * Cross-origin requests are answered.
     *
     * @param cors who may use the answers
     */
    record Cors(@JsonProperty("cors") HttpCors cors) implements HttpRouteFilter {
        @Override
        public HttpRouteFilterType type() {
            return HttpRouteFilterType.CORS;
        }
    }

    /**
     * Another service is asked for permission. Experimental channel.
     *
     * @param auth the service
     */
    record ExternalAuth(@JsonProperty("externalAuth") HttpExternalAuth auth) implements HttpRouteFilter {
        @Override
        public HttpRouteFilterType type() {
            return HttpRouteFilterType.ExternalAuth;
        }
    }
}

package io.eastwest.render.intent;

import io.eastwest.render.style.RenderValue;
import io.eastwest.routing.Call;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.question.CallResult;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A call as promises look at it. Not meant to be implemented by users. */
@RenderValue
@Value.Immutable
public interface PromisedCall {
    /** {@return the call} */
    Call call();

    /** {@return locality of the caller {@code region/zone/subzone}; empty: none} */
    String locality();

    /** {@return SPIFFE URI of the caller; empty: none} */
    @Value.Default
    default String identity() {
        return "";
    }

    /** {@return whether nothing has failed} */
    @Value.Default
    default boolean healthy() {
        return true;
    }

    /** {@return how it ends} */
    CallResult result();

    /** {@return the endpoints of the port that is called, of all clusters, as the control plane of the caller knows them} */
    List<EndpointPlace> places();

    /** {@return copies of the request, by destination} */
    List<Copies> copies();

    /** {@return whether some endpoint could answer} */
    default boolean isAnswerable() {
        return places().stream().anyMatch(EndpointPlace::usable);
    }

    /**
     * Whether the call is a request with a header.
     *
     * @param name name of the header, in any case
     * @param value its value
     * @return whether the caller sends it
     */
    default boolean has(String name, String value) {
        return call().request().stream()
                .flatMap(request -> request.headers().stream())
                .anyMatch(header ->
                        header.name().equalsIgnoreCase(name) && header.value().equals(value));
    }

    /**
     * What some endpoints answer.
     *
     * @param variant which endpoints
     * @return exact share of the call
     */
    default Share answeredBy(Variant variant) {
        return Share.sum(places().stream()
                .filter(variant::has)
                .map(EndpointPlace::answered)
                .toList());
    }

    /**
     * Why no endpoint of some could answer.
     *
     * @param variant which endpoints
     * @return why, for people; empty: one could
     */
    default Optional<String> absence(Variant variant) {
        List<EndpointPlace> meant = places().stream().filter(variant::has).toList();
        if (meant.isEmpty()) {
            return Optional.of("no endpoint is " + variant);
        }
        return meant.stream().anyMatch(EndpointPlace::usable)
                ? Optional.empty()
                : Optional.of("no endpoint of " + variant + " is up and in reach");
    }

    /** {@return a builder that starts from this value} */
    default PromisedCallBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static PromisedCallBuilder builder() {
        return new PromisedCallBuilder();
    }
}

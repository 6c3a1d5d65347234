package io.eastwest.routing.ztunnel;

import io.eastwest.routing.proxy.Outcome;
import io.eastwest.routing.style.RoutingValue;
import java.util.List;
import org.immutables.value.Value;

/** What a ztunnel does with a connection. The shares of the outcomes sum to one. Not meant to be implemented by users. */
@RoutingValue
@Value.Immutable
public interface ZtunnelAnswer {
    /** {@return ways the connection ends here; a ztunnel that refuses closes it} */
    List<Outcome> outcomes();

    /** {@return where connections are sent; their shares sum to that of the forwarded outcome; empty for what arrives} */
    List<TunnelTarget> targets();

    /** {@return what is not modelled or may surprise, one line each} */
    List<String> findings();

    /** {@return the first outcome} */
    default Outcome outcome() {
        return outcomes().get(0);
    }

    /** {@return a builder that starts from this value} */
    default ZtunnelAnswerBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static ZtunnelAnswerBuilder builder() {
        return new ZtunnelAnswerBuilder();
    }
}

package io.eastwest.render.forecast;

import io.eastwest.render.style.RenderValue;
import java.util.SortedMap;
import org.immutables.value.Value;

/** What a pod that is injected says about itself. Not meant to be implemented by users. */
@RenderValue
@Value.Immutable
public interface InjectedPod {
    /** {@return environment variables of its proxy that say who it is, by name} */
    @Value.NaturalOrder
    SortedMap<String, String> env();

    /** {@return value of its label {@code topology.istio.io/network}; empty text: it gets none} */
    String network();

    /** {@return address at which its proxy asks for configuration} */
    String discoveryAddress();

    /** {@return cluster that its proxy reports} */
    default String cluster() {
        return env().getOrDefault(InjectionPath.CLUSTER, "");
    }

    /** {@return an empty builder} */
    static InjectedPodBuilder builder() {
        return new InjectedPodBuilder();
    }
}

package io.eastwest.render.intent;

import io.eastwest.model.MeshResource;
import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.istio.networking.Destination;
import io.eastwest.model.istio.networking.HttpMirrorPolicy;
import io.eastwest.model.istio.networking.Percent;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * One variant of a service answers all of its calls, and some percent of the HTTP requests are copied to another, whose answers
 * nobody waits for. Connections of other protocols are not copied. Envoy appends {@code -shadow} to the host name of copies, which
 * a policy that asks for host names sees.
 *
 * @param host full hostname of the service
 * @param primary the variant that answers
 * @param shadow the variant that gets copies
 * @param percent percent of requests that are copied, 1..100
 */
public record MirrorCalls(String host, Variant primary, Variant shadow, int percent) implements TrafficIntent {
    /**
     * Checks.
     *
     * @param host full hostname of the service
     * @param primary the variant that answers
     * @param shadow the variant that gets copies
     * @param percent percent of requests that are copied
     * @throws IllegalArgumentException if the host is no full hostname, an endpoint could be of both variants, or the percent is
     *     none of 1..100
     */
    public MirrorCalls {
        HostScope.checked(host);
        Variant.requireApart(primary, shadow);
        if (percent < 1 || percent > 100) {
            throw new IllegalArgumentException("percent must be 1..100 but was " + percent);
        }
    }

    /**
     * Copies all requests to another version.
     *
     * @param host full hostname of the service
     * @param primary value of the label {@code version} that answers
     * @param shadow value of the label {@code version} that gets copies
     * @return the intent
     * @throws IllegalArgumentException if the host is no full hostname, or both are the same
     */
    public static MirrorCalls version(String host, String primary, String shadow) {
        return new MirrorCalls(host, Variant.version(primary), Variant.version(shadow), 100);
    }

    /**
     * Copies all requests to another cluster.
     *
     * @param host full hostname of the service
     * @param primary the cluster that answers
     * @param shadow the cluster that gets copies
     * @return the intent
     * @throws IllegalArgumentException if the host is no full hostname, or both are the same
     */
    public static MirrorCalls cluster(String host, String primary, String shadow) {
        return new MirrorCalls(host, Variant.cluster(primary), Variant.cluster(shadow), 100);
    }

    /**
     * Copies a part of the requests.
     *
     * @param part percent of requests that are copied
     * @return the same intent with it
     * @throws IllegalArgumentException if it is none of 1..100
     */
    public MirrorCalls at(int part) {
        return new MirrorCalls(host, primary, shadow, part);
    }

    @Override
    public SortedMap<String, List<MeshResource>> manifests(MeshSnapshot mesh) {
        HttpMirrorPolicy copies = HttpMirrorPolicy.builder()
                .destination(Destination.subset(host, shadow.name()))
                .percentage(Percent.of(percent))
                .build();
        VariantRule rule =
                new VariantRule("mirror", Optional.empty(), Collections.singletonMap(primary, 100), List.of(copies));
        return new HostScope(mesh, host).routes("mirror", List.of(primary, shadow), List.of(rule));
    }

    @Override
    public List<Promise> promises(MeshSnapshot mesh) {
        return List.of(new Copied(this));
    }
}

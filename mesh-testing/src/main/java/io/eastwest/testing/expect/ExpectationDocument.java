package io.eastwest.testing.expect;

import io.eastwest.model.KindDefinition;
import io.eastwest.model.MeshResource;
import io.eastwest.model.kubernetes.ObjectMeta;
import io.eastwest.model.reader.KindRegistry;
import io.eastwest.model.reader.ManifestReader;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The file as it is written.
 *
 * @param apiVersion {@code eastwest.io/v1}
 * @param metadata its name
 * @param spec what is expected
 */
record ExpectationDocument(String apiVersion, ObjectMeta metadata, Spec spec) implements MeshResource {
    private static final String KIND = "MeshExpectations";

    /** Reads documents of this kind. */
    static ManifestReader reader() {
        return ManifestReader.strict()
                .with(KindRegistry.of(List.of(new KindDefinition<>(
                        "eastwest.io", KIND, List.of("v1"), "v1", false, ExpectationDocument.class))));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean namespaced() {
        return false;
    }

    /**
     * The expectations.
     *
     * @param expectations in the order in which they are checked
     */
    record Spec(List<Entry> expectations) {
        Spec(@Nullable List<Entry> expectations) {
            this.expectations = expectations == null ? List.of() : List.copyOf(expectations);
        }
    }

    /**
     * One expectation.
     *
     * @param name what it says, for people
     * @param call the call
     * @param when what is broken, in the notation of Conditions
     * @param expect what happens to the call
     */
    record Entry(Optional<String> name, Optional<CallText> call, Optional<String> when, Optional<Answer> expect) {}

    /**
     * A call.
     *
     * @param url {@code http://host[:port][/path]}, or https where the client itself speaks TLS
     * @param method request method
     * @param headers request headers
     * @param tcp {@code host:port}, instead of a URL
     * @param from {@code cluster/namespace/workload} of the caller
     * @param arrivingAt {@code cluster/namespace/workload} of the gateway where a call from outside arrives
     */
    record CallText(
            Optional<String> url,
            Optional<String> method,
            Map<String, String> headers,
            Optional<String> tcp,
            Optional<String> from,
            Optional<String> arrivingAt) {
        CallText(
                Optional<String> url,
                Optional<String> method,
                @Nullable Map<String, String> headers,
                Optional<String> tcp,
                Optional<String> from,
                Optional<String> arrivingAt) {
            this.url = url;
            this.method = method;
            this.headers = headers == null ? Collections.emptyMap() : headers;
            this.tcp = tcp;
            this.from = from;
            this.arrivingAt = arrivingAt;
        }
    }

    /**
     * What happens to a call. Everything that is said must hold.
     *
     * @param outcome how all calls end
     * @param service {@code name.namespace} of the service that answers
     * @param subset subset that answers
     * @param route name of the route that is taken
     * @param clusters share of each cluster named
     * @param workloads share of each workload named
     * @param neverClusters clusters that answer none
     * @param gateway cluster whose east-west gateway all calls pass
     * @param status status of outcome direct, and with flags that of outcome refused
     * @param flags response flags of Envoy of outcome refused, {@code -} for none; without a status: connections are closed
     * @param location where outcome redirected leads
     * @param timeout after which time the caller's proxy gives up, 0s: never
     * @param retries how often it repeats a try that fails
     * @param sentPath the path that it sends
     * @param copiedTo {@code name.namespace} of a service that gets copies
     * @param noFindings whether nothing may surprise
     */
    record Answer(
            Optional<ExpectedOutcome> outcome,
            Optional<String> service,
            Optional<String> subset,
            Optional<String> route,
            Map<String, String> clusters,
            Map<String, String> workloads,
            List<String> neverClusters,
            Optional<String> gateway,
            OptionalInt status,
            Optional<String> flags,
            Optional<String> location,
            Optional<Duration> timeout,
            OptionalInt retries,
            Optional<String> sentPath,
            Optional<String> copiedTo,
            Optional<Boolean> noFindings) {
        Answer(
                Optional<ExpectedOutcome> outcome,
                Optional<String> service,
                Optional<String> subset,
                Optional<String> route,
                @Nullable Map<String, String> clusters,
                @Nullable Map<String, String> workloads,
                @Nullable List<String> neverClusters,
                Optional<String> gateway,
                OptionalInt status,
                Optional<String> flags,
                Optional<String> location,
                Optional<Duration> timeout,
                OptionalInt retries,
                Optional<String> sentPath,
                Optional<String> copiedTo,
                Optional<Boolean> noFindings) {
            this.outcome = outcome;
            this.service = service;
            this.subset = subset;
            this.route = route;
            this.clusters = clusters == null ? Collections.emptyMap() : clusters;
            this.workloads = workloads == null ? Collections.emptyMap() : workloads;
            this.neverClusters = neverClusters == null ? List.of() : List.copyOf(neverClusters);
            this.gateway = gateway;
            this.status = status;
            this.flags = flags;
            this.location = location;
            this.timeout = timeout;
            this.retries = retries;
            this.sentPath = sentPath;
            this.copiedTo = copiedTo;
            this.noFindings = noFindings;
        }
    }

    /** How all calls end. */
    enum ExpectedOutcome {
        forwarded,
        redirected,
        direct,
        refused
    }
}

package io.eastwest.routing.proxy;

import io.eastwest.routing.call.Connection;
import io.eastwest.routing.call.HttpRequest;
import io.eastwest.routing.call.Peer;
import io.eastwest.routing.envoy.FilterChain;
import io.eastwest.routing.envoy.ProxyResources;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What the stages of one call share. Used by one call only. */
final class CallContext {
    private final ProxyResources resources;
    private final ProxyMemory memory;
    private final Connection connection;
    private final Optional<HttpRequest> request;
    private final EndpointConditions conditions;
    private final Trace trace;
    private final ExternalAuthorizer authorizer;
    private final List<String> findings = new ArrayList<>();
    private final List<NotModelled> notModelled = new ArrayList<>();

    CallContext(
            ProxyResources resources,
            ProxyMemory memory,
            Connection connection,
            Optional<HttpRequest> request,
            EndpointConditions conditions,
            Trace trace,
            ExternalAuthorizer authorizer) {
        this.authorizer = authorizer;
        this.resources = resources;
        this.memory = memory;
        this.connection = connection;
        this.request = request;
        this.conditions = conditions;
        this.trace = trace;
    }

    ProxyResources resources() {
        return resources;
    }

    ProxyMemory memory() {
        return memory;
    }

    Connection connection() {
        return connection;
    }

    Optional<HttpRequest> request() {
        return request;
    }

    EndpointConditions conditions() {
        return conditions;
    }

    ExternalAuthorizer authorizer() {
        return authorizer;
    }

    Trace trace() {
        return trace;
    }

    /** {@return takes findings; each counts once} */
    Consumer<String> findings() {
        return finding -> {
            if (!findings.contains(finding)) {
                findings.add(finding);
            }
        };
    }

    /** Something that is not modelled may change the answer. */
    void notModelled(NotModelled part) {
        if (!notModelled.contains(part)) {
            notModelled.add(part);
            findings().accept(part.toText());
        }
    }

    List<NotModelled> notModelled() {
        return List.copyOf(notModelled);
    }

    List<String> foundSoFar() {
        return List.copyOf(findings);
    }

    /** {@return the identity of the peer as a filter chain sees it} */
    Optional<String> principal(FilterChain chain) {
        return chain.tunnelled()
                ? connection.peer().map(Peer::principal)
                : TlsTermination.principal(chain.tls(), connection);
    }
}

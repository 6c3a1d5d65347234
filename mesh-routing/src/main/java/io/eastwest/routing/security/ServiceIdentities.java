package io.eastwest.routing.security;

import io.eastwest.routing.view.ControlPlaneView;
import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.ServiceEndpoint;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Identities that a client accepts of the servers of a service: those of all known endpoints, also of ones that no client
 * gets, and the names of its ServiceEntry, of the youngest where several of one namespace declare the hostname; each once more
 * per trust domain alias. Thread-safe.
 *
 * <p>Mirrors istio 1.30.3 {@code pilot/pkg/model/push_context.go:addServiceAccounts} and {@code
 * pkg/spiffe/spiffe.go:ExpandWithTrustDomains}.
 */
public final class ServiceIdentities {
    private static final Pattern IDENTITY = Pattern.compile("spiffe://[^/]*/ns/[^/]*/sa/[^/]*");
    private static final String SCHEME = "spiffe://";

    private record ServiceName(String hostname, String namespace) {}

    private final ControlPlaneView view;
    private final Map<ServiceName, List<String>> known = new ConcurrentHashMap<>();

    private ServiceIdentities(ControlPlaneView view) {
        this.view = view;
    }

    /**
     * Prepares the identities of one control plane.
     *
     * @param view what it knows
     * @return its identities
     */
    public static ServiceIdentities of(ControlPlaneView view) {
        return new ServiceIdentities(view);
    }

    /**
     * The identities of a service.
     *
     * @param service the service
     * @return SPIFFE URIs and names, sorted
     */
    public List<String> of(MeshService service) {
        return known.computeIfAbsent(
                new ServiceName(service.hostname(), service.namespace()), name -> collect(service));
    }

    /** Mirrors istio 1.30.3 {@code pilot/pkg/model/push_context.go:addServiceAccounts}: each service replaces the one before. */
    private List<String> names(MeshService service) {
        return view.servicesByHostname(service.hostname()).stream()
                .filter(each -> each.namespace().equals(service.namespace()))
                .reduce((older, younger) -> younger)
                .map(MeshService::subjectAltNames)
                .orElse(service.subjectAltNames());
    }

    private List<String> collect(MeshService service) {
        NavigableSet<String> identities = new TreeSet<>(names(service));
        view.endpoints(service).stream()
                .map(ServiceEndpoint::serviceAccount)
                .filter(account -> !account.isEmpty())
                .forEach(identities::add);
        NavigableSet<String> expanded = new TreeSet<>(identities);
        for (String identity : identities) {
            if (IDENTITY.matcher(identity).matches()) {
                String account = identity.substring(identity.indexOf('/', SCHEME.length()));
                view.meshConfig().trustDomainAliases().forEach(alias -> expanded.add(SCHEME + alias + account));
            }
        }
        return List.copyOf(expanded);
    }
}

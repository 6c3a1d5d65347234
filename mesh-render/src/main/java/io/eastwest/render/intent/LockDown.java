package io.eastwest.render.intent;

import io.eastwest.model.MeshResource;
import io.eastwest.model.MeshSnapshot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A Kubernetes Service may be called from some namespaces and by some service accounts, of all clusters, and by nobody else. What
 * it takes is applied wherever the service runs: a cluster that is left out is open.
 *
 * @param host full hostname of the service
 * @param namespaces namespaces whose workloads may call
 * @param accounts service accounts whose workloads may call, {@code namespace/name}
 * @param measures what is done; {@link Measure#POLICY} alone is a boundary
 */
public record LockDown(String host, Set<String> namespaces, Set<String> accounts, Set<Measure> measures)
        implements TrafficIntent {
    private static final Pattern ACCOUNT = Pattern.compile("[^/*]+/[^/*]+");

    /** What is done. */
    public enum Measure {
        /**
         * An AuthorizationPolicy at the workloads of the service refuses all others. It is for all ports of these workloads,
         * also where other Services select them.
         */
        POLICY,

        /**
         * The Services of all clusters are exported to the namespaces of callers, and to those of east-west gateways. Others do
         * not know the service; what they send to its address still arrives, without a certificate.
         */
        EXPORT,

        /**
         * A Sidecar in the namespaces of all others imports everything but the service. Services and namespaces that come later must
         * be added to it: it lists other namespaces as a whole, and the services of this one by name.
         */
        SIDECAR
    }

    /**
     * Checks, sorts and copies.
     *
     * @param host full hostname of the service
     * @param namespaces namespaces whose workloads may call
     * @param accounts service accounts whose workloads may call
     * @param measures what is done
     * @throws IllegalArgumentException if the host is no full hostname, an account is not {@code namespace/name}, or nothing is
     *     done
     */
    public LockDown {
        HostScope.checked(host);
        namespaces = Collections.unmodifiableNavigableSet(new TreeSet<>(namespaces));
        accounts = Collections.unmodifiableNavigableSet(new TreeSet<>(accounts));
        for (String account : accounts) {
            if (!ACCOUNT.matcher(account).matches()) {
                throw new IllegalArgumentException("account must be namespace/name but was \"" + account + "\"");
            }
        }
        if (measures.isEmpty()) {
            throw new IllegalArgumentException("nothing is done; name a measure");
        }
        measures = Collections.unmodifiableSet(EnumSet.copyOf(measures));
    }

    /**
     * Lets nobody call.
     *
     * @param host full hostname of the service
     * @return the intent, by a policy
     * @throws IllegalArgumentException if the host is no full hostname
     */
    public static LockDown of(String host) {
        return new LockDown(host, new TreeSet<>(), new TreeSet<>(), EnumSet.of(Measure.POLICY));
    }

    /**
     * Lets namespaces call.
     *
     * @param more names of namespaces; that of the service is one like others
     * @return the same intent with them
     */
    public LockDown namespaces(String... more) {
        return new LockDown(host, with(namespaces, more), accounts, measures);
    }

    /**
     * Lets service accounts call.
     *
     * @param more accounts, {@code namespace/name}
     * @return the same intent with them
     * @throws IllegalArgumentException if one has another form
     */
    public LockDown accounts(String... more) {
        return new LockDown(host, namespaces, with(accounts, more), measures);
    }

    /**
     * Says what is done, in place of what was.
     *
     * @param first a measure
     * @param more measures
     * @return the same intent with them
     */
    public LockDown by(Measure first, Measure... more) {
        return new LockDown(host, namespaces, accounts, EnumSet.of(first, more));
    }

    @Override
    public SortedMap<String, List<MeshResource>> manifests(MeshSnapshot mesh) {
        HostScope scope = new HostScope(mesh, host);
        SortedMap<String, List<MeshResource>> manifests = scope.everywhere((view, service) -> {
            GuardedService guarded = new GuardedService(this, mesh, view, service);
            List<MeshResource> applied = new ArrayList<>();
            if (measures.contains(Measure.POLICY)) {
                applied.addAll(guarded.policies());
            }
            if (measures.contains(Measure.SIDECAR)) {
                applied.addAll(new OthersSidecars(this, mesh, view, service).sidecars());
            }
            return applied;
        });
        if (measures.contains(Measure.EXPORT)) {
            new ExportedServices(this, mesh)
                    .services(scope)
                    .forEach(
                            (cluster, service) -> manifests.merge(cluster, List.of(service), ExportedServices::joined));
        }
        manifests.values().removeIf(List::isEmpty);
        return manifests;
    }

    @Override
    public List<Promise> promises(MeshSnapshot mesh) {
        return List.of(new OnlyNamed(this));
    }

    /** {@return whether some workload of a namespace may call} */
    boolean admits(String namespace) {
        return callerNamespaces().contains(namespace);
    }

    /** {@return namespaces of all that may call} */
    NavigableSet<String> callerNamespaces() {
        NavigableSet<String> all = new TreeSet<>(namespaces);
        accounts.forEach(account -> all.add(account.substring(0, account.indexOf('/'))));
        return all;
    }

    private static Set<String> with(Set<String> given, String... more) {
        Set<String> all = new TreeSet<>(given);
        all.addAll(List.of(more));
        return all;
    }
}

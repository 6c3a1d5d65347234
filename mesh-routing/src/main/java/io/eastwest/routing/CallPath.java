package io.eastwest.routing;

import io.eastwest.routing.call.Peer;
import io.eastwest.routing.trace.TraceSink;
import io.eastwest.routing.view.WorkloadInstance;
import java.util.Optional;

/**
 * What all legs of one call share.
 *
 * @param router answers for single proxies
 * @param call the call
 * @param damage what is broken
 * @param trace takes the steps
 * @param caller who calls
 * @param endings gathers how shares end
 */
record CallPath(
        MeshRouter router, Call call, Damage damage, TraceSink trace, WorkloadInstance caller, CallEndings endings) {
    private static final String SCHEME = "spiffe://";

    /** The next steps are those of this proxy. */
    void enter(WorkloadInstance proxy) {
        if (trace instanceof StepRecorder recorder) {
            recorder.enter(WorkloadNames.id(proxy), proxy.cluster());
        } else if (trace instanceof RequestWatch watch) {
            watch.enter();
        }
    }

    /** {@return what routers of the mesh share} */
    CompiledMesh mesh() {
        return router.mesh();
    }

    /** {@return what is broken as a proxy meets it} */
    DownEndpoints down(WorkloadInstance proxy) {
        return new DownEndpoints(damage, proxy, router);
    }

    /** {@return the certificate of a workload; empty: it has no service account} */
    static Optional<Peer> peer(WorkloadInstance workload) {
        String uri = workload.serviceAccount();
        return uri.startsWith(SCHEME) ? Optional.of(new Peer(uri.substring(SCHEME.length()))) : Optional.empty();
    }

    static String principal(WorkloadInstance workload) {
        return peer(workload).map(Peer::principal).orElse("");
    }

    static String address(WorkloadInstance workload) {
        return workload.addresses().isEmpty() ? "" : workload.addresses().get(0);
    }
}

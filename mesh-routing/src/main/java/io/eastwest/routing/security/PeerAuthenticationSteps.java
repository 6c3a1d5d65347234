package io.eastwest.routing.security;

import io.eastwest.model.istio.security.MutualTlsMode;
import io.eastwest.model.istio.security.PeerAuthentication;
import io.eastwest.model.istio.security.PeerMutualTls;
import io.eastwest.routing.trace.Mismatch;
import io.eastwest.routing.trace.TraceSink;
import io.eastwest.routing.trace.TraceStep;
import java.util.List;
import java.util.Optional;

/**
 * Tells which PeerAuthentication decides: the innermost that sets a mode.
 *
 * @param port container port
 * @param trace takes the steps
 */
record PeerAuthenticationSteps(int port, TraceSink trace) {
    private static final TraceStep.Stage STAGE = TraceStep.Stage.PEER_AUTHENTICATION;

    void tell(WorkloadMutualTls decided, List<PeerAuthentication> levels) {
        MutualTlsMode mode = decided.mode(port);
        int deciding = levels.size() - 1;
        while (deciding >= 0 && !sets(levels.get(deciding))) {
            deciding--;
        }
        for (int i = 0; i < levels.size(); i++) {
            PeerAuthentication policy = levels.get(i);
            String name = policy.key().toString();
            if (i == deciding) {
                trace.taken(STAGE, name, "port " + port + " is " + mode, Optional.of(policy.key()), path(policy));
            } else {
                Mismatch why = i < deciding
                        ? new Mismatch("a narrower policy decides", "", "")
                        : new Mismatch("mtls.mode", "set", "UNSET");
                trace.left(STAGE, name, why, Optional.of(policy.key()), "");
            }
        }
        if (deciding < 0) {
            trace.taken(STAGE, "default", "port " + port + " is " + mode, Optional.empty(), "");
        }
    }

    /** {@return whether a policy says something about the port} */
    private boolean sets(PeerAuthentication policy) {
        return setsPort(policy) || isSet(policy.spec().mtls().flatMap(PeerMutualTls::mode));
    }

    private boolean setsPort(PeerAuthentication policy) {
        return policy.spec().portLevelMtls().stream()
                .flatMap(levels -> Optional.ofNullable(levels.ports().get(port)).stream())
                .anyMatch(level -> isSet(level.mode()));
    }

    /** {@return what in the policy that decides says it} */
    private String path(PeerAuthentication policy) {
        return setsPort(policy) ? "spec.portLevelMtls[\"" + port + "\"]" : "spec.mtls";
    }

    private static boolean isSet(Optional<MutualTlsMode> mode) {
        return mode.filter(each -> each != MutualTlsMode.UNSET).isPresent();
    }
}

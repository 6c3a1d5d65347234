package io.eastwest.routing;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.issue.UnsupportedFeatureException;
import io.eastwest.routing.gatewayapi.GatewayApiStatus;
import io.eastwest.routing.proxy.ExternalAuthorizer;
import io.eastwest.routing.proxy.NotModelled;
import io.eastwest.routing.proxy.RequestObserver;
import io.eastwest.routing.trace.TraceSink;
import io.eastwest.routing.view.ControlPlaneView;
import io.eastwest.routing.view.MeshProxy;
import io.eastwest.routing.view.ResolvedHost;
import io.eastwest.routing.view.WorkloadInstance;
import io.eastwest.routing.ztunnel.Ztunnel;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers what happens to calls in a mesh. Made once from everything that is configured; immutable to its users and
 * thread-safe. What a proxy needs is compiled when it is asked for the first time.
 */
public final class MeshRouter {
    private final CompiledMesh mesh;
    private final ProxyRouters proxies;
    private final ExternalAuthorizer authorizer;
    private final boolean strict;
    private final KnownConditions conditions;
    private final CallMemory memory;
    private final DecisionListener listener;

    private MeshRouter(
            CompiledMesh mesh,
            ExternalAuthorizer authorizer,
            boolean strict,
            ProxyRouters proxies,
            Optional<CallMemory> memory,
            Conditions conditions,
            DecisionListener listener) {
        this.mesh = mesh;
        this.proxies = proxies;
        this.authorizer = authorizer;
        this.strict = strict;
        this.memory = memory.orElseGet(() -> new CallMemory(mesh.damage(conditions)));
        this.conditions = this.memory.known(this, conditions);
        this.listener = listener;
    }

    /**
     * Makes a router.
     *
     * @param snapshot everything that is configured
     * @return the router
     */
    public static MeshRouter of(MeshSnapshot snapshot) {
        return new MeshRouter(
                new CompiledMesh(snapshot),
                ExternalAuthorizer.UNKNOWN,
                false,
                new ProxyRouters(),
                Optional.empty(),
                Conditions.healthy(),
                DecisionListener.NONE);
    }

    /**
     * The router that refuses to guess: where a resource that is not modelled may change an answer, it throws an {@link
     * UnsupportedFeatureException} that names the resource. This router gives such an answer with {@link
     * Decision#notModelled()}. What is compiled is shared by both.
     *
     * @return the strict router
     */
    public MeshRouter strict() {
        return strict
                ? this
                : new MeshRouter(mesh, authorizer, true, proxies, Optional.empty(), conditions.conditions(), listener);
    }

    /**
     * Makes a router of the same mesh that knows what its external authorizers say. What is compiled is shared.
     *
     * @param known answers for the authorizers of CUSTOM policies
     * @return the router
     */
    public MeshRouter withAuthorizer(ExternalAuthorizer known) {
        return new MeshRouter(
                mesh, known, strict, new ProxyRouters(), Optional.empty(), conditions.conditions(), listener);
    }

    /**
     * Makes a router of the same mesh that answers under other conditions where none are given with the call. What is compiled
     * and what is remembered is shared.
     *
     * @param known what is broken, in place of the conditions of this router
     * @return the router
     * @throws IllegalArgumentException if the conditions name what the mesh does not have
     */
    public MeshRouter with(Conditions known) {
        return new MeshRouter(mesh, authorizer, strict, proxies, Optional.of(memory), known, listener);
    }

    /**
     * Makes a router of the same mesh that tells what it is asked: every call that is decided or explained, and every one of the
     * routers that are made of it. Proxies that are asked alone are not told. What is compiled and what is remembered is shared.
     *
     * @param heard hears of each call, in place of the listener of this router
     * @return the router
     */
    public MeshRouter heardBy(DecisionListener heard) {
        return new MeshRouter(mesh, authorizer, strict, proxies, Optional.of(memory), conditions.conditions(), heard);
    }

    /** {@return what is wrong with the mesh configuration of the clusters} */
    public List<Issue> issues() {
        return mesh.issues();
    }

    /**
     * What happens to a call under the conditions of this router: when nothing is broken, unless {@link #with(Conditions)} says
     * otherwise.
     *
     * @param call the call
     * @return the decision
     * @throws IllegalArgumentException if the mesh has no such caller, or its DNS does not know the host
     * @throws UnsupportedFeatureException if the router is strict and something unmodelled may change the decision
     */
    public Decision decide(Call call) {
        return told(memory.decide(this, call, conditions));
    }

    /**
     * What happens to a call.
     *
     * @param call the call
     * @param conditions what is broken
     * @return the decision
     * @throws IllegalArgumentException if the mesh has no such caller, its DNS does not know the host, or conditions name what
     *     the mesh does not have
     * @throws UnsupportedFeatureException if the router is strict and something unmodelled may change the decision
     */
    public Decision decide(Call call, Conditions conditions) {
        return told(memory.decide(this, call, memory.known(this, conditions)));
    }

    /**
     * What happens to a call when applications answer a share of requests with errors, and how often it is tried where: proxies that
     * read HTTP repeat what their retry policies repeat. Errors come by chance, each request for itself, and take no time. Nothing is
     * remembered, and no listener hears of it.
     *
     * @param call the call; errors do not apply where it is no HTTP
     * @param conditions what is broken
     * @param errors what applications answer, by pod, {@code <cluster>/<namespace>/<pod>}; of others no errors are assumed
     * @return decision and tries
     * @throws IllegalArgumentException if the mesh has no such caller, its DNS does not know the host, or conditions name what
     *     the mesh does not have
     * @throws UnsupportedFeatureException if the call is one of gRPC to an application with errors, whose retries follow from the
     *     status of gRPC; if the router is strict and something unmodelled may change the decision
     */
    public CallTries tries(Call call, Conditions conditions, Map<String, ErrorAnswer> errors) {
        CallTries tries = new CallChain(
                        this, memory.start(this, call), call, mesh.damage(conditions), TraceSink.NONE, errors)
                .followTries();
        modelled(tries.decision());
        return tries;
    }

    /**
     * What happens to a call; somebody hears what the proxies on its way look at. The decision is that of {@link #decide(Call,
     * Conditions)}, made anew.
     *
     * @param call the call
     * @param conditions what is broken
     * @param observer hears of each proxy, those of retries too
     * @return the decision
     * @throws IllegalArgumentException if the mesh has no such caller, its DNS does not know the host, or conditions name what
     *     the mesh does not have
     * @throws UnsupportedFeatureException if the router is strict and something unmodelled may change the decision
     */
    public Decision decide(Call call, Conditions conditions, RequestObserver observer) {
        return told(ask(
                memory.start(this, call), call, memory.known(this, conditions).damage(), observer));
    }

    @SuppressWarnings("ReferenceEquality") // only to be quick where nobody hears
    private Decision told(Decision decision) {
        if (listener != DecisionListener.NONE) {
            listener.decided(decision, () -> explained(decision.call(), decision.conditions()));
        }
        return decision;
    }

    /**
     * What happens to a call under the conditions of this router, and why.
     *
     * @param call the call
     * @return the decision with its steps
     * @throws IllegalArgumentException if the mesh has no such caller, or its DNS does not know the host
     * @throws UnsupportedFeatureException if the router is strict and something unmodelled may change the decision
     */
    public Explanation explain(Call call) {
        return explain(call, conditions.conditions());
    }

    /**
     * What happens to a call, and why. The decision is that of {@link #decide(Call, Conditions)}, made by the same code.
     *
     * @param call the call
     * @param conditions what is broken
     * @return the decision with its steps
     * @throws IllegalArgumentException if the mesh has no such caller, its DNS does not know the host, or conditions name what
     *     the mesh does not have
     * @throws UnsupportedFeatureException if the router is strict and something unmodelled may change the decision
     */
    public Explanation explain(Call call, Conditions conditions) {
        Explanation explanation = explained(call, conditions);
        listener.decided(explanation.decision(), () -> explanation);
        return explanation;
    }

    private Explanation explained(Call call, Conditions conditions) {
        StepRecorder recorder = new StepRecorder(mesh);
        return recorder.explain(ask(memory.start(this, call), call, mesh.damage(conditions), recorder));
    }

    /** {@return the decision, found by asking every proxy on the way} */
    Decision ask(CallStart start, Call call, Damage damage, TraceSink trace) {
        return modelled(new CallChain(this, start, call, damage, trace).follow());
    }

    /** {@return a decision that a strict router may give} */
    private Decision modelled(Decision decision) {
        if (!strict) {
            return decision;
        }
        List<String> unmodelled = decision.findings().stream()
                .filter(finding -> finding.startsWith(NotModelled.CODE))
                .toList();
        if (!unmodelled.isEmpty()) {
            throw new UnsupportedFeatureException(String.join("; ", unmodelled));
        }
        return decision;
    }

    /**
     * The policy that a sidecar has in effect for a host, port and subset, each setting with where it is written.
     *
     * @param id its pod, {@code <cluster>/<namespace>/<pod>}
     * @param host host of the service; what follows the name or the namespace may be left out
     * @param port port of the service
     * @param subset name of the subset; empty text: none
     * @return the policy
     * @throws IllegalArgumentException if the mesh has no such pod, or the proxy has no such cluster
     */
    public PolicyAnswer policy(String id, String host, int port, String subset) {
        return policy(id, MeshProxy.Kind.SIDECAR, host, port, subset);
    }

    /**
     * The policy that a sidecar, gateway or waypoint has in effect for a host, port and subset. Of a waypoint it is that of its cluster to
     * the endpoints of a service that it serves, and for any other host that of its cluster to there; a port of unknown protocol has
     * one for HTTP and one for other bytes, of which the first is told.
     *
     * @param id its pod, {@code <cluster>/<namespace>/<pod>}
     * @param kind what the pod runs: a sidecar, a gateway ({@code ROUTER}) or a waypoint
     * @param host host of the service; what follows the name or the namespace may be left out
     * @param port port of the service
     * @param subset name of the subset; empty text: none
     * @return the policy
     * @throws IllegalArgumentException if the mesh has no such pod, the proxy has no such cluster, or the pod is no waypoint or an
     *     east-west gateway of ambient mode and asked as a waypoint
     * @throws UnsupportedFeatureException if the waypoint is in a cluster that the control plane of another serves
     */
    public PolicyAnswer policy(String id, MeshProxy.Kind kind, String host, int port, String subset) {
        return mesh.policy(id, kind, host, port, subset);
    }

    /**
     * One proxy of the mesh: a sidecar or a gateway, as which it is asked.
     *
     * @param id its pod, {@code <cluster>/<namespace>/<pod>}
     * @return the proxy
     * @throws IllegalArgumentException if the id has another form, or the mesh has no such cluster
     */
    public ProxyRouter proxy(String id) {
        ProxyRouter proxy = proxies.of(id, key -> mesh.proxy(key, authorizer));
        return strict ? proxy.strict() : proxy;
    }

    /**
     * The ztunnel of a pod, asked alone.
     *
     * @param id the pod, {@code <cluster>/<namespace>/<pod>}
     * @return the ztunnel of its node, as far as it serves this pod
     * @throws IllegalArgumentException if the id has another form, or the pod is not in ambient mode
     * @throws UnsupportedFeatureException if the pod is in a cluster that the control plane of another serves
     */
    public Ztunnel ztunnel(String id) {
        return mesh.ztunnel(id);
    }

    /** {@return what routers of this mesh share} */
    CompiledMesh mesh() {
        return mesh;
    }

    /** {@return how many proxies are kept} */
    int proxies() {
        return proxies.count();
    }

    /** {@return everything that is configured} */
    public MeshSnapshot snapshot() {
        return mesh.snapshot();
    }

    /**
     * What the control plane that serves a cluster knows.
     *
     * @param cluster the cluster
     * @return its view
     * @throws IllegalArgumentException if the mesh has no such cluster
     */
    public ControlPlaneView view(String cluster) {
        return mesh.view(cluster);
    }

    /**
     * What the DNS of a pod gives for a host.
     *
     * @param id the pod, {@code <cluster>/<namespace>/<pod>}
     * @param host the host as an application of the pod writes it
     * @return IP addresses, the first is the one that is dialled; empty when the name is not known
     * @throws IllegalArgumentException if the id has another form, or the mesh has no such cluster
     */
    public List<String> resolve(String id, String host) {
        return mesh.resolved(id, host).map(ResolvedHost::addresses).orElse(List.of());
    }

    /**
     * What the control plane of a cluster reports of Gateway API objects: which are accepted, which references are
     * resolved, what is programmed. Made anew with each call.
     *
     * @param cluster the cluster
     * @return the conditions in the status of the objects
     * @throws IllegalArgumentException if the mesh has no such cluster
     */
    public GatewayApiStatus status(String cluster) {
        return mesh.status(cluster);
    }

    /**
     * The pod that is meant by a caller.
     *
     * @param caller the caller
     * @return the pod of that name, else the first of the workload
     * @throws IllegalArgumentException if the mesh has no such caller
     */
    public WorkloadInstance workload(Caller caller) {
        return mesh.workload(caller);
    }

    /**
     * Whether a workload does not answer.
     *
     * @param id the workload, {@code <cluster>/<namespace>/<name>}
     * @param conditions what is broken
     * @return whether it is down; no workload of the mesh is not
     * @throws IllegalArgumentException if conditions name what the mesh does not have
     */
    public boolean isDown(String id, Conditions conditions) {
        return mesh.workload(id).filter(mesh.damage(conditions)::isDown).isPresent();
    }

    /**
     * {@return whether a workload is a gateway that reads what it gets; not one of ambient mode}
     *
     * @param workload a workload of the mesh
     */
    public boolean isGateway(WorkloadInstance workload) {
        return mesh.isGateway(workload);
    }
}

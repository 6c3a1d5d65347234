package io.eastwest.model.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.KindDefinition;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.reader.Manifest;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.sail.SailKinds;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SailSchemaTest {
    private static final String DEFINITIONS = "sail-operator-1.30.3-crds.yaml";
    /** The definitions have the probe of Kubernetes here, of which Istio does not take every form. */
    private static final String NOT_ISTIOS = "readinessProbe";
    /**
     * Values of the charts that say how pods are built, placed, captured, logged and named. What a mesh of several clusters
     * is made from is typed; these are kept as they stand.
     */
    static final String UNTYPED = """
            cni.affinity cni.cniNetnsDir cni.daemonSetLabels cni.env cni.hub cni.image cni.istioOwnedCNIConfig
            cni.istioOwnedCNIConfigFileName cni.logging cni.podAnnotations cni.podLabels cni.privileged
            cni.pullPolicy cni.rollingMaxUnavailable cni.seccompProfile cni.tag cni.useAppArmorAnnotation
            cni.variant
            global.agentgateway global.arch global.certSigners global.configValidation
            global.defaultNodeSelector global.defaultPodDisruptionBudget global.defaultResources
            global.defaultTolerations global.enableReaderRBAC global.imagePullPolicy global.imagePullSecrets
            global.ipFamilies global.ipFamilyPolicy global.istiod global.jwtPolicy global.logAsJson
            global.logging global.podDNSSearchNamespaces global.priorityClassName global.proxy_init global.sds
            global.sts global.tracer
            global.proxy.componentLogLevel global.proxy.enableCoreDump global.proxy.excludeIPRanges
            global.proxy.excludeInboundPorts global.proxy.excludeOutboundPorts
            global.proxy.holdApplicationUntilProxyStarts global.proxy.includeIPRanges
            global.proxy.includeInboundPorts global.proxy.includeOutboundPorts global.proxy.lifecycle
            global.proxy.outlierLogPath global.proxy.privileged global.proxy.readinessFailureThreshold
            global.proxy.readinessInitialDelaySeconds global.proxy.readinessPeriodSeconds
            global.proxy.seccompProfile global.proxy.startupProbe global.proxy.statusPort
            global.waypoint.nodeSelector global.waypoint.toleration global.waypoint.topologySpreadConstraints
            pilot.affinity pilot.autoscaleBehavior pilot.configMap pilot.cpu pilot.deploymentLabels
            pilot.enabled pilot.envVarFrom pilot.extraContainerArgs pilot.hub pilot.image pilot.ipFamilies
            pilot.ipFamilyPolicy pilot.istiodRemote pilot.keepaliveMaxServerConnectionAge pilot.memory
            pilot.nodeSelector pilot.podAnnotations pilot.podLabels pilot.rollingMaxSurge
            pilot.rollingMaxUnavailable pilot.seccompProfile pilot.serviceAccountAnnotations
            pilot.serviceAnnotations pilot.tag pilot.tolerations pilot.topologySpreadConstraints
            pilot.traceSampling pilot.variant pilot.volumeMounts pilot.volumes
            pilot.taint.name
            ztunnel.affinity ztunnel.dnsConfig ztunnel.dnsPolicy ztunnel.hub ztunnel.image
            ztunnel.imagePullPolicy ztunnel.imagePullSecrets ztunnel.logAsJson ztunnel.nodeSelector
            ztunnel.peerCaCrl ztunnel.podAnnotations ztunnel.podLabels ztunnel.resourceQuotas ztunnel.resources
            ztunnel.seLinuxOptions ztunnel.tag ztunnel.tolerations ztunnel.updateStrategy ztunnel.variant
            ztunnel.volumeMounts ztunnel.volumes
            """;

    @TestFactory
    Stream<DynamicTest> everyFieldOfEveryVersionSurvivesReadingAndWriting() {
        return CrdFile.read(DEFINITIONS).stream().flatMap(schema -> schema.roundTrips(NOT_ISTIOS));
    }

    @Test
    void whatHasNoAccessorIsListedHere() {
        Set<String> untyped = new TreeSet<>();
        for (CrdFile.Schema schema : CrdFile.read(DEFINITIONS)) {
            for (Manifest manifest : CrdFile.read(schema.sample(0, NOT_ISTIOS)).orThrow()) {
                UntypedFields.of(manifest.resource()).forEach(path -> untyped.add(path.replace("spec.values.", "")));
            }
        }

        assertThat(untyped)
                .isEqualTo(new TreeSet<>(Stream.of(UNTYPED.split("\\s+")).toList()));
    }

    @Test
    void aProbeIsReadAsIstioReadsIt() {
        assertThat(readWithProbe("{\"httpGet\": {\"path\": \"/ready\", \"port\": 80}, \"periodSeconds\": 2}"))
                .isEmpty();
        assertThat(readWithProbe("{\"tcpSocket\": {\"port\": \"http\"}}"))
                .extracting(Issue::code)
                .containsExactly(IssueCode.WRONG_TYPE);
        assertThat(readWithProbe("{\"terminationGracePeriodSeconds\": 2}"))
                .extracting(Issue::code)
                .containsExactly(IssueCode.UNKNOWN_FIELD);
    }

    private static List<Issue> readWithProbe(String probe) {
        return ManifestReader.strict()
                .read(
                        "istio.json",
                        "{\"apiVersion\": \"sailoperator.io/v1\", \"kind\": \"Istio\", \"metadata\": {\"name\": \"default\"},"
                                + "\"spec\": {\"values\": {\"meshConfig\": {\"defaultConfig\": {\"readinessProbe\": "
                                + probe + "}}}}}")
                .issues();
    }

    @Test
    void theKindsAndVersionsAreThoseOfTheOperator() {
        assertThat(SailKinds.all().stream()
                        .<String>flatMap(kind -> kind.servedVersions().stream().map(version -> name(kind, version))))
                .containsExactlyInAnyOrderElementsOf(CrdFile.read(DEFINITIONS).stream()
                        .map(schema -> schema.kind() + " " + schema.version())
                        .toList());
    }

    private static String name(KindDefinition<?> kind, String version) {
        return kind.kind() + " " + version;
    }
}

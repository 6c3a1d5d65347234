package io.eastwest.render.lint;

import java.util.ArrayList;
import java.util.List;

/**
 * Names of values by place. Those of the operator are the properties of its definitions, those of the charts what their
 * templates read. Mirrors sail-operator 1.30.3 {@code chart/crds} and istio 1.30.3 {@code manifests/charts}.
 */
final class KnownNames {
    static final List<String> MULTI_CLUSTER = names("clusterName enabled globalDomainSuffix includeEnvoyFilter");
    static final List<String> SAIL_VALUES =
            names("base compatibilityVersion defaultRevision experimental gatewayClasses global"
                    + " istiodRemote meshConfig pilot profile revision sidecarInjectorWebhook telemetry");
    static final List<String> SAIL_GLOBAL = names("agentgateway arch caAddress caName certSigners configCluster"
            + " configValidation defaultNodeSelector defaultPodDisruptionBudget defaultResources defaultTolerations"
            + " enableReaderRBAC externalIstiod hub imagePullPolicy imagePullSecrets ipFamilies ipFamilyPolicy istioNamespace"
            + " istiod jwtPolicy logAsJson logging meshID meshNetworks mountMtlsCerts multiCluster nativeNftables network"
            + " networkPolicy omitSidecarInjectorConfigMap operatorManageWebhooks pilotCertProvider platform"
            + " podDNSSearchNamespaces priorityClassName proxy proxy_init remotePilotAddress resourceScope revision sds sts"
            + " tag tracer trustBundleName variant waypoint");
    static final List<String> SAIL_PILOT =
            names("affinity autoscaleBehavior autoscaleEnabled autoscaleMax autoscaleMin cni"
                    + " configMap cpu crlConfigMapName deploymentLabels enabled env envVarFrom extraContainerArgs hub image ipFamilies"
                    + " ipFamilyPolicy istiodRemote jwksResolverExtraRootCA keepaliveMaxServerConnectionAge memory nodeSelector"
                    + " podAnnotations podLabels replicaCount resources rollingMaxSurge rollingMaxUnavailable seccompProfile"
                    + " serviceAccountAnnotations serviceAnnotations tag taint tolerations topologySpreadConstraints traceSampling"
                    + " trustedZtunnelNamespace variant volumeMounts volumes");
    static final List<String> SAIL_REMOTE =
            names("enabled enabledLocalInjectorIstiod injectionCABundle injectionPath injectionURL");
    static final List<String> ZTUNNEL_VALUES = names("global ztunnel");
    static final List<String> ZTUNNEL_GLOBAL =
            names("defaultResources hub imagePullPolicy imagePullSecrets logAsJson logging platform tag variant");

    static final List<String> ISTIOD_CHART =
            names("affinity autoscaleBehavior autoscaleEnabled autoscaleMax autoscaleMin base"
                    + " cni compatibilityVersion configMap cpu crlConfigMapName defaultRevision deploymentAnnotations"
                    + " deploymentLabels enabled env envVarFrom experimental extraContainerArgs gatewayClasses gateways global hub"
                    + " image initContainers ipFamilies ipFamilyPolicy istiodRemote jwksResolverExtraRootCA"
                    + " keepaliveMaxServerConnectionAge memory meshConfig nodeSelector ownerName pdb pilot platform podAnnotations"
                    + " podLabels profile replicaCount resources revision revisionTags rollingMaxSurge rollingMaxUnavailable"
                    + " seccompProfile serviceAccountAnnotations serviceAnnotations sidecarInjectorWebhook"
                    + " sidecarInjectorWebhookAnnotations tag taint telemetry tolerations topologySpreadConstraints traceSampling"
                    + " trafficDistribution trustedZtunnelName trustedZtunnelNamespace variant volumeMounts volumes");
    static final List<String> ISTIOD_CHART_GLOBAL = plus(SAIL_GLOBAL, "profile trustDomain");
    static final List<String> GATEWAY_CHART = names(
            "additionalContainers affinity annotations autoscaling"
                    + " compatibilityVersion containerSecurityContext defaultRevision enabled env envVarFrom global imagePullPolicy"
                    + " imagePullSecrets initContainers kind labels lifecycle minReadySeconds name networkGateway"
                    + " networkGatewayPorts nodeSelector pilot platform podAnnotations podDisruptionBudget priorityClassName profile"
                    + " rbac readinessProbe replicaCount resources revision runAsRoot securityContext service serviceAccount strategy"
                    + " terminationGracePeriodSeconds tolerations topologySpreadConstraints unprivilegedPort volumeMounts volumes");
    static final List<String> PROFILES = names("ambient demo preview remote stable");

    private KnownNames() {}

    private static List<String> names(String text) {
        return List.of(text.split(" ", -1));
    }

    private static List<String> plus(List<String> names, String more) {
        List<String> all = new ArrayList<>(names);
        all.addAll(names(more));
        return all;
    }
}

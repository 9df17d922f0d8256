// The derivatives of multi-head self-attention (net/attention.h), Vaswani et al. 2017, eq. 1. For
// one head and one query, with scores s_u = q · k_u / sqrt(kHeadWidth), shares p = softmax(s) and
// output o = Σ p_u v_u:
//   forward mode  ds_u = (dq · k_u + q · dk_u) / sqrt(kHeadWidth)
//                 dp = p ∘ (ds - Σ p ds),  do = Σ dp_u v_u + p_u dv_u
//   reverse mode  gp_u = go · v_u,  gv_u += p_u go,  gs = p ∘ (gp - Σ p gp)
//                 gq = Σ gs_u k_u / sqrt(kHeadWidth),  gk_u += gs_u q / sqrt(kHeadWidth)
#pragma once

namespace meander {

// `qkv`: [tokens, 3 · kWidth] and `shares`: [kHeadCount, tokens, tokens], as Attend had and gave
// them. One change of all of qkv becomes the change of the mixed rows, [tokens, kWidth].
void AttentionForwardMode(const float* qkv, const float* shares, int tokens,
                          const float* qkv_change, float* mixed_change);
// Gradients of the mixed rows become gradients of qkv.
void AttentionReverseMode(const float* qkv, const float* shares, int tokens,
                          const float* mixed_gradient, float* qkv_gradient);

}  // namespace meander

// Made by scripts/fit/fit-decode-speed.mjs; do not edit.

/**
 * Constants of the decode model, fitted on published runs of llama.cpp, with the rows used and how
 * well the model holds on devices that are left out of the fit.
 */
export const fittedDecode = {
  date: '2026-11-24',
  /** Share of the bandwidth reached, seconds of a layer, and 90 % of the left-out errors. */
  classes: {
    gddr: { efficiency: 0.904, layerTime: 0.000084, spread: 0.118 },
    hbm: { efficiency: 0.681, layerTime: 0.000115, spread: 0.296 },
    unified: { efficiency: 0.942, layerTime: 0.000252, spread: 0.187 },
  },
  /** Rows used; error: computed / measured - 1 when the row's device is left out. */
  leaveOneOut: [
    {
      id: 'decode-3070_8GB-8B_Q4_K_M',
      gpu: '3070 8GB',
      error: -0.022,
    },
    {
      id: 'decode-3080_10GB-8B_Q4_K_M',
      gpu: '3080 10GB',
      error: -0.0113,
    },
    {
      id: 'decode-3080_Ti_12GB-8B_Q4_K_M',
      gpu: '3080 Ti 12GB',
      error: 0.1204,
    },
    {
      id: 'decode-RTX_4000_Ada_20GB-8B_Q4_K_M',
      gpu: 'RTX 4000 Ada 20GB',
      error: -0.0141,
    },
    {
      id: 'decode-3090_24GB-8B_F16',
      gpu: '3090 24GB',
      error: 0.0494,
    },
    {
      id: 'decode-4090_24GB-8B_Q4_K_M',
      gpu: '4090 24GB',
      error: 0.0166,
    },
    {
      id: 'decode-RTX_5000_Ada_32GB-8B_F16',
      gpu: 'RTX 5000 Ada 32GB',
      error: -0.0504,
    },
    {
      id: 'decode-RTX_A6000_48GB-8B_Q4_K_M',
      gpu: 'RTX A6000 48GB',
      error: 0.0402,
    },
    {
      id: 'decode-RTX_A6000_48GB-8B_F16',
      gpu: 'RTX A6000 48GB',
      error: 0.0312,
    },
    {
      id: 'decode-RTX_6000_Ada_48GB-8B_Q4_K_M',
      gpu: 'RTX 6000 Ada 48GB',
      error: -0.0924,
    },
    {
      id: 'decode-RTX_6000_Ada_48GB-8B_F16',
      gpu: 'RTX 6000 Ada 48GB',
      error: -0.06,
    },
    {
      id: 'decode-RTX_6000_Ada_48GB-70B_Q4_K_M',
      gpu: 'RTX 6000 Ada 48GB',
      error: -0.0322,
    },
    {
      id: 'decode-A40_48GB-8B_Q4_K_M',
      gpu: 'A40 48GB',
      error: 0.1142,
    },
    {
      id: 'decode-A40_48GB-8B_F16',
      gpu: 'A40 48GB',
      error: 0.1201,
    },
    {
      id: 'decode-L40S_48GB-70B_Q4_K_M',
      gpu: 'L40S 48GB',
      error: 0.0823,
    },
    {
      id: 'decode-A100_PCIe_80GB-8B_Q4_K_M',
      gpu: 'A100 PCIe 80GB',
      error: 0.027,
    },
    {
      id: 'decode-A100_SXM_80GB-8B_Q4_K_M',
      gpu: 'A100 SXM 80GB',
      error: 0.0939,
    },
    {
      id: 'decode-A100_SXM_80GB-8B_F16',
      gpu: 'A100 SXM 80GB',
      error: 0.2938,
    },
    {
      id: 'decode-H100_PCIe_80GB-8B_Q4_K_M',
      gpu: 'H100 PCIe 80GB',
      error: -0.0182,
    },
    {
      id: 'decode-H100_PCIe_80GB-8B_F16',
      gpu: 'H100 PCIe 80GB',
      error: -0.2293,
    },
    {
      id: 'decode-M1_Max_32-Core_GPU_64GB-8B_Q4_K_M',
      gpu: 'M1 Max 32-Core GPU 64GB',
      error: 0.4712,
    },
    {
      id: 'decode-M2_Ultra_76-Core_GPU_192GB-70B_Q4_K_M',
      gpu: 'M2 Ultra 76-Core GPU 192GB',
      error: 0.115,
    },
    {
      id: 'decode-M3_Max_40-Core_GPU_64GB-8B_Q4_K_M',
      gpu: 'M3 Max 40-Core GPU 64GB',
      error: -0.1037,
    },
    {
      id: 'decode-M3_Max_40-Core_GPU_64GB-8B_F16',
      gpu: 'M3 Max 40-Core GPU 64GB',
      error: -0.0691,
    },
    {
      id: 'decode-M1_Pro_16GB-F16',
      gpu: 'M1 Pro 16GB',
      error: 0.0564,
    },
    {
      id: 'decode-M1_Pro_16GB-Q8_0',
      gpu: 'M1 Pro 16GB',
      error: 0.0528,
    },
    {
      id: 'decode-M1_Pro_16GB-Q4_0',
      gpu: 'M1 Pro 16GB',
      error: 0.0456,
    },
    {
      id: 'decode-M3_Pro_36GB-Q8_0',
      gpu: 'M3 Pro 36GB',
      error: -0.0168,
    },
    {
      id: 'decode-M3_Pro_36GB-Q4_0',
      gpu: 'M3 Pro 36GB',
      error: -0.067,
    },
  ],
} as const

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchGpuName } from './match-gpu-name.ts'
import type { AdapterInfo } from './match-gpu-name.ts'

const gib = 2 ** 30
const gpu = (id: string, name: string, size: number, aliases: string[] = []) => ({
  id,
  name,
  aliases,
  memoryBytes: size * gib,
})

const gpus = [
  gpu('rtx-4090', 'GeForce RTX 4090', 24),
  gpu('rtx-4090-laptop', 'GeForce RTX 4090 Laptop', 16),
  gpu('rtx-4060-ti-16gb', 'GeForce RTX 4060 Ti 16 GB', 16),
  gpu('rtx-4060-ti-8gb', 'GeForce RTX 4060 Ti 8 GB', 8),
  gpu('rtx-4070', 'GeForce RTX 4070', 12),
  gpu('rtx-4070-ti', 'GeForce RTX 4070 Ti', 12),
  gpu('rtx-4070-ti-super', 'GeForce RTX 4070 Ti SUPER', 16),
  gpu('rtx-2080-ti', 'GeForce RTX 2080 Ti', 11),
  gpu('rtx-2080', 'GeForce RTX 2080', 8),
  gpu('gtx-1080', 'GeForce GTX 1080', 8),
  gpu('rtx-6000-ada', 'RTX 6000 Ada Generation', 48),
  gpu('rtx-a6000', 'RTX A6000', 48),
  gpu('quadro-rtx-6000', 'Quadro RTX 6000', 24),
  gpu('rtx-pro-6000', 'RTX PRO 6000 Blackwell Workstation Edition', 96),
  gpu('a100-sxm-80gb', 'A100 SXM 80 GB', 80, ['NVIDIA A100-SXM4-80GB']),
  gpu('a100-sxm-40gb', 'A100 SXM 40 GB', 40, ['NVIDIA A100-SXM4-40GB']),
  gpu('v100-sxm2-32gb', 'Tesla V100 SXM2 32 GB', 32, ['Tesla V100-SXM2-32GB']),
  gpu('v100-sxm2-16gb', 'Tesla V100 SXM2 16 GB', 16, ['Tesla V100-SXM2-16GB']),
  gpu('t4', 'Tesla T4', 16),
  gpu('rx-7900-xtx', 'Radeon RX 7900 XTX', 24),
  gpu('rx-7900-xt', 'Radeon RX 7900 XT', 20),
  gpu('arc-a770', 'Arc A770', 16),
  gpu('m1-max', 'Apple M1 Max', 64),
  gpu('m1-pro', 'Apple M1 Pro', 16),
  gpu('m1', 'Apple M1', 16),
  gpu('m3-max-40', 'Apple M3 Max (40-core GPU)', 64),
  gpu('m3-max-30', 'Apple M3 Max (30-core GPU)', 36),
]

function id(
  name: string | AdapterInfo,
  options: { memoryMiB?: number; cut?: boolean } = {},
): string | null {
  return matchGpuName(name, gpus, options)?.id ?? null
}

test('renderer strings of browsers find their card', () => {
  expect(
    id('ANGLE (NVIDIA, NVIDIA GeForce RTX 4090 (0x00002684) Direct3D11 vs_5_0 ps_5_0, D3D11)'),
  ).toBe('rtx-4090')
  expect(id('ANGLE (NVIDIA, NVIDIA GeForce RTX 4090 Direct3D11 vs_5_0 ps_5_0)')).toBe('rtx-4090')
  expect(id('ANGLE (NVIDIA Corporation, NVIDIA GeForce RTX 2080 Ti/PCIe/SSE2, OpenGL 4.5.0)')).toBe(
    'rtx-2080-ti',
  )
  expect(id('NVIDIA GeForce GTX 1080/PCIe/SSE2')).toBe('gtx-1080')
  expect(id('ANGLE (Apple, ANGLE Metal Renderer: Apple M1 Max, Unspecified Version)')).toBe(
    'm1-max',
  )
  expect(id('Apple M1')).toBe('m1')
  expect(id('AMD Radeon RX 7900 XTX (radeonsi, navi31, LLVM 15.0.7, DRM 3.49)')).toBe('rx-7900-xtx')
  expect(id('Mesa Intel(R) Arc(tm) A770 Graphics (DG2)')).toBe('arc-a770')
})

test('what WebGPU tells finds the card where it names one', () => {
  const adapter = { vendor: 'nvidia', architecture: 'ada-lovelace', device: '0x2684' }
  expect(id({ ...adapter, description: 'NVIDIA GeForce RTX 4090' })).toBe('rtx-4090')
  expect(id({ ...adapter, description: '' })).toBeNull()
})

test('laptop variants are kept apart', () => {
  expect(id('NVIDIA GeForce RTX 4090 Laptop GPU')).toBe('rtx-4090-laptop')
  expect(id('NVIDIA GeForce RTX 4070 Laptop GPU')).toBeNull()
})

test('siblings are told apart', () => {
  expect(id('NVIDIA GeForce RTX 4070 Ti SUPER')).toBe('rtx-4070-ti-super')
  expect(id('RTX 4070Ti')).toBe('rtx-4070-ti')
  expect(id('RTX4070')).toBe('rtx-4070')
  expect(id('NVIDIA RTX 6000 Ada Generation')).toBe('rtx-6000-ada')
  expect(id('NVIDIA RTX A6000')).toBe('rtx-a6000')
  expect(id('Quadro RTX 6000')).toBe('quadro-rtx-6000')
  expect(id('NVIDIA RTX PRO 6000 Blackwell Workstation Edition')).toBe('rtx-pro-6000')
  expect(id('AMD Radeon RX 7900 XT')).toBe('rx-7900-xt')
  expect(id('Tesla T4')).toBe('t4')
  expect(id('Apple M3 Max 40-Core GPU')).toBe('m3-max-40')
  expect(id('GTX 4090')).toBeNull()
})

test('one name of several sizes is settled by the memory, else by the smallest', () => {
  expect(id('NVIDIA A100-SXM4-80GB')).toBe('a100-sxm-80gb')
  expect(id('NVIDIA GeForce RTX 4060 Ti')).toBe('rtx-4060-ti-8gb')
  expect(id('NVIDIA GeForce RTX 4060 Ti', { memoryMiB: 16380 })).toBe('rtx-4060-ti-16gb')
})

test('names that nvidia-smi cut are completed, with the memory where needed', () => {
  expect(id('Tesla V100-SXM2...', { memoryMiB: 32510 })).toBe('v100-sxm2-32gb')
  expect(id('GeForce RTX 208', { memoryMiB: 11019, cut: true })).toBe('rtx-2080-ti')
  expect(id('NVIDIA GeForce ...', { memoryMiB: 24564 })).toBeNull()
})

test('an alias is matched as it stands, even without a number', () => {
  expect(matchGpuName('strix halo', [gpu('ai-max', 'Ryzen AI Max', 128, ['Strix Halo'])])?.id).toBe(
    'ai-max',
  )
})

test('names that tell nothing are not matched', () => {
  const names = [
    '',
    'Apple GPU',
    'Google SwiftShader',
    'llvmpipe (LLVM 15.0, 256 bits)',
    'NVIDIA GeForce GTX 1080, or similar',
    'Intel(R) UHD Graphics 630',
  ]
  for (const name of names) expect(id(name)).toBeNull()
})

test('any text is matched to a listed card or to none', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (name, cut) => {
      const match = matchGpuName(name, gpus, { cut })
      expect(match === null || gpus.includes(match)).toBe(true)
    }),
  )
})

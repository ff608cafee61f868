import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseNvidiaSmi } from './parse-nvidia-smi.ts'
import type { SmiReport } from './nvidia-smi.ts'

function read(text: string): SmiReport {
  const result = parseNvidiaSmi(text)
  if ('problem' in result) throw new Error(result.problem)
  return result
}

function problem(text: string): string {
  const result = parseNvidiaSmi(text)
  if (!('problem' in result)) throw new Error('devices were found')
  return result.problem
}

const wide = `Tue Nov 24 10:00:00 2026
+---------------------------------------------------------------------------------------+
| NVIDIA-SMI 535.129.03             Driver Version: 535.129.03   CUDA Version: 12.2     |
|-----------------------------------------+----------------------+----------------------+
| GPU  Name                 Persistence-M | Bus-Id        Disp.A | Volatile Uncorr. ECC |
| Fan  Temp   Perf          Pwr:Usage/Cap |         Memory-Usage | GPU-Util  Compute M. |
|                                         |                      |               MIG M. |
|=========================================+======================+======================|
|   0  NVIDIA GeForce RTX 4090        Off | 00000000:01:00.0  On |                  Off |
|  0%   45C    P8              22W / 450W |    565MiB / 24564MiB |      3%      Default |
|                                         |                      |                  N/A |
+-----------------------------------------+----------------------+----------------------+
|   1  NVIDIA GeForce RTX 3060        Off | 00000000:02:00.0 Off |                  N/A |
|  0%   38C    P8              12W / 170W |      2MiB / 12288MiB |      0%      Default |
|                                         |                      |                  N/A |
+-----------------------------------------+----------------------+----------------------+

+---------------------------------------------------------------------------------------+
| Processes:                                                                            |
|  GPU   GI   CI        PID   Type   Process name                            GPU Memory |
|        ID   ID                                                             Usage      |
|=======================================================================================|
|    0   N/A  N/A      2014      G   /usr/lib/xorg/Xorg                          434MiB |
+---------------------------------------------------------------------------------------+`

const narrow = `+-----------------------------------------------------------------------------+
| NVIDIA-SMI 440.33.01    Driver Version: 440.33.01    CUDA Version: 10.2     |
|-------------------------------+----------------------+----------------------+
| GPU  Name        Persistence-M| Bus-Id        Disp.A | Volatile Uncorr. ECC |
| Fan  Temp  Perf  Pwr:Usage/Cap|         Memory-Usage | GPU-Util  Compute M. |
|===============================+======================+======================|
|   0  Tesla V100-SXM2...  On   | 00000000:06:00.0 Off |                    0 |
| N/A   37C    P0    44W / 300W |      0MiB / 32510MiB |      0%      Default |
+-------------------------------+----------------------+----------------------+`

const windows = `PS C:\\Users\\me> nvidia-smi
+-----------------------------------------------------------------------------------------+
| NVIDIA-SMI 580.97                 Driver Version: 580.97         CUDA Version: 13.0     |
+-----------------------------------------+------------------------+----------------------+
| GPU  Name                  Driver-Model | Bus-Id          Disp.A | Volatile Uncorr. ECC |
|=========================================+========================+======================|
|   0  NVIDIA GeForce RTX 4070 ...  WDDM  |   00000000:01:00.0  On |                  N/A |
| N/A   51C    P8              6W /  115W |    1024MiB /   8188MiB |      9%      Default |
|                                         |                        |                  N/A |
+-----------------------------------------+------------------------+----------------------+`.replaceAll(
  '\n',
  '\r\n',
)

const sliced = `| NVIDIA-SMI 470.57.02    Driver Version: 470.57.02    CUDA Version: 11.4     |
|   0  NVIDIA A100-SXM...  On   | 00000000:07:00.0 Off |                   On |
| N/A   30C    P0    44W / 400W |     13MiB / 40536MiB |     N/A      Default |
|                               |                      |              Enabled |
+-------------------------------+----------------------+----------------------+
| MIG devices:                                                                |
| GPU  GI  CI  MIG |         Memory-Usage |        Vol|         Shared        |
|==================+======================+===========+=======================|
|  0    1   0   0  |      7MiB / 20096MiB | 42      0 |  3   0    2    0    0 |
|                  |      0MiB / 32767MiB |           |                       |
+------------------+----------------------+-----------+-----------------------+
|  0    2   0   1  |      6MiB / 20096MiB | 42      0 |  3   0    2    0    0 |`

const unified = `| NVIDIA-SMI 580.95.05              Driver Version: 580.95.05      CUDA Version: 13.0     |
|   0  NVIDIA GB10                    On  |   0000000F:01:00.0 Off |                  N/A |
| N/A   41C    P8              4W /  N/A  | Not Supported          |      0%      Default |`

test('the wide table gives every device with its memory, and the versions', () => {
  const report = read(wide)
  expect(report.driverVersion).toBe('535.129.03')
  expect(report.cudaVersion).toBe('12.2')
  expect(report.devices).toEqual([
    {
      index: 0,
      name: 'NVIDIA GeForce RTX 4090',
      nameCut: false,
      totalMiB: 24564,
      usedMiB: 565,
      freeMiB: 23999,
      slices: [],
    },
    {
      index: 1,
      name: 'NVIDIA GeForce RTX 3060',
      nameCut: false,
      totalMiB: 12288,
      usedMiB: 2,
      freeMiB: 12286,
      slices: [],
    },
  ])
})

test('the narrow table of old drivers is read, and a cut name is marked', () => {
  expect(read(narrow).devices).toMatchObject([
    { name: 'Tesla V100-SXM2', nameCut: true, totalMiB: 32510, usedMiB: 0 },
  ])
})

test('a copy from a Windows console is read', () => {
  const report = read(windows)
  expect(report.cudaVersion).toBe('13.0')
  expect(report.devices).toMatchObject([
    { name: 'NVIDIA GeForce RTX 4070', nameCut: true, totalMiB: 8188, freeMiB: 7164 },
  ])
})

test('the slices of a device belong to it and do not count as devices', () => {
  const [device, ...others] = read(sliced).devices
  expect(others).toEqual([])
  expect(device).toMatchObject({ name: 'NVIDIA A100-SXM', totalMiB: 40536 })
  expect(device?.slices).toEqual([
    { totalMiB: 20096, usedMiB: 7, profile: null },
    { totalMiB: 20096, usedMiB: 6, profile: null },
  ])
})

test('a device whose memory is not reported has null for it', () => {
  expect(read(unified).devices).toMatchObject([
    { name: 'NVIDIA GB10', totalMiB: null, usedMiB: null, freeMiB: null },
  ])
})

test('the list of nvidia-smi -L gives names and slices', () => {
  const report = read(`GPU 0: NVIDIA A100-SXM4-80GB (UUID: GPU-5f2b)
  MIG 3g.40gb     Device  0: (UUID: MIG-aaaa)
GPU 1: NVIDIA A100-SXM4-80GB (UUID: GPU-77aa)`)
  expect(report.devices.map((device) => device.name)).toEqual([
    'NVIDIA A100-SXM4-80GB',
    'NVIDIA A100-SXM4-80GB',
  ])
  expect(report.devices[0]?.slices[0]?.profile).toBe('3g.40gb')
})

test('a CSV query is read with and without header and units, in any order of columns', () => {
  const device = { name: 'NVIDIA GeForce RTX 4090', totalMiB: 24564, usedMiB: 565, freeMiB: 23999 }
  const texts = [
    'name, memory.total [MiB], memory.used [MiB]\nNVIDIA GeForce RTX 4090, 24564 MiB, 565 MiB',
    'memory.used [MiB], name, memory.total [MiB]\n565 MiB, NVIDIA GeForce RTX 4090, 24564 MiB',
    'NVIDIA GeForce RTX 4090, 24564 MiB, 565 MiB',
    'NVIDIA GeForce RTX 4090, 24564, 565',
    'NVIDIA GeForce RTX 4090,24564,565',
    '0, NVIDIA GeForce RTX 4090, 24564, 565, 23999',
    'name;memory.total [MiB];memory.used [MiB]\nNVIDIA GeForce RTX 4090;24.564 MiB;565 MiB',
    '$ nvidia-smi --query-gpu=name,memory.total,memory.used --format=csv\nname, memory.total [MiB], memory.used [MiB]\nNVIDIA GeForce RTX 4090, 24564 MiB, 565 MiB',
  ]
  for (const text of texts) expect(read(text).devices).toMatchObject([device])
})

test('sizes without a heading are marked as assumed to be total and used', () => {
  expect(read('NVIDIA GeForce RTX 4090, 24564, 565').orderAssumed).toBe(true)
  expect(read('NVIDIA GeForce RTX 4090, 24564').orderAssumed).toBe(false)
  const named = 'name, memory.total [MiB], memory.free [MiB]\nNVIDIA GeForce RTX 4090, 24564, 565'
  expect(read(named)).toMatchObject({ orderAssumed: false, devices: [{ freeMiB: 565 }] })
  expect(read(wide).orderAssumed).toBe(false)
})

test('a device that is full, or said to be more than full, has nothing free', () => {
  expect(read(wide.replace('565MiB', '24564MiB')).devices[0]?.freeMiB).toBe(0)
  expect(read(wide.replace('565MiB', '30000MiB')).devices[0]?.freeMiB).toBe(0)
  expect(read('NVIDIA GeForce RTX 4090, 24564 MiB, 24564 MiB').devices[0]?.freeMiB).toBe(0)
  expect(read('NVIDIA GeForce RTX 4090, 24564 MiB, 30000 MiB').devices[0]?.freeMiB).toBe(0)
})

test('thousands marks and digits of other locales are read', () => {
  const texts = [
    wide.replace('24564MiB', '24,564MiB'),
    wide.replace('24564MiB', '24.564MiB'),
    wide.replace('24564MiB', '24 564MiB'),
    wide.replace('24564MiB', '٢٤٥٦٤MiB'),
    wide.replace('24564MiB', '２４５６４MiB'),
  ]
  for (const text of texts) expect(read(text).devices[0]?.totalMiB).toBe(24564)
})

test('text without a device says what was found', () => {
  expect(problem('')).toMatch(/empty/)
  expect(
    problem("NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver."),
  ).toMatch(/could not reach the NVIDIA driver/)
  expect(problem('No devices were found')).toMatch(/found no device/)
  expect(problem('bash: nvidia-smi: command not found')).toMatch(/not installed/)
  expect(problem('Failed to initialize NVML: Driver/library version mismatch')).toMatch(/not start/)
  expect(problem('Hello there')).toMatch(/begins "Hello there"/)
  expect(problem(wide.split('\n').slice(0, 4).join('\n'))).toMatch(/no line of a GPU/)
  expect(problem('x'.repeat(300_000))).toMatch(/300000 characters/)
})

test('a process line alone is not a device', () => {
  expect(problem('|    0   N/A  N/A      2014      G   /usr/lib/xorg/Xorg      434MiB |')).toMatch(
    /No GPU/,
  )
})

test('any text gives devices with sane sizes or one short problem', () => {
  const lines = wide.split('\n')
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(...lines, ...sliced.split('\n')),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const result = parseNvidiaSmi(pieces.join('\n'))
      if ('problem' in result) {
        expect(result.problem.length).toBeLessThan(300)
      } else {
        for (const { totalMiB, usedMiB, freeMiB } of result.devices) {
          for (const size of [totalMiB, usedMiB, freeMiB]) {
            expect(size === null || (Number.isInteger(size) && size >= 0)).toBe(true)
          }
        }
      }
    }),
  )
})

test('a text made to slow the parser down is answered at once', () => {
  const started = Date.now()
  parseNvidiaSmi(`|   0  ${'On Off '.repeat(20_000)}`)
  parseNvidiaSmi(`| 0 ${'a '.repeat(200)}|\n`.repeat(400))
  parseNvidiaSmi(`${'1 '.repeat(240)}MiB /\n`.repeat(400))
  expect(Date.now() - started).toBeLessThan(2000)
})
